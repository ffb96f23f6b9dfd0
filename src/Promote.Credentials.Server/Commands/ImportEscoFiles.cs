using System.Globalization;
using System.Text.RegularExpressions;
using Promote.Credentials.Server.Esco.Files;
using Promote.Credentials.Server.Esco.Importing;

namespace Promote.Credentials.Server.Commands;

/// <summary><c>promote esco import</c>: reads CSV files of ESCO and writes a line for each. A broken file changes nothing; those before it stay imported.</summary>
internal static partial class ImportEscoFiles
{
    // ESCO belongs to no issuer.
    private const string NoIssuer = "";

    public static async Task RunAsync(IServiceProvider services, Options options, TextWriter output, CancellationToken cancellationToken)
    {
        if (options.Files is [])
        {
            throw new UsageException($"Name the files, such as occupations_en.csv.{Environment.NewLine}{CommandLine.Usage}");
        }

        foreach (var file in options.Files)
        {
            try
            {
                await using var stream = Open(file);
                var language = options["language"] ?? NamedLanguage().Match(file).Groups["language"].Value;
                var imported = await services.GetRequiredService<ImportEsco>().RunAsync(Operator.Of(NoIssuer), stream, language.ToLowerInvariant(), cancellationToken);
                await output.WriteLineAsync(LineOf(file, imported));
            }
            catch (EscoFileException exception)
            {
                throw new UsageException($"{file}: {exception.Message} Nothing of this file was imported.");
            }
        }

        await output.WriteLineAsync(Esco.EscoAttribution.Sentence);
    }

    private static FileStream Open(string file)
    {
        try
        {
            var stream = new FileStream(file, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
            if (stream.Length <= EscoFile.MaxBytes)
            {
                return stream;
            }

            stream.Dispose();
            throw new UsageException($"{file} has more than {EscoFile.MaxBytes / 1024 / 1024} MiB.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{file} cannot be read: {exception.Message}");
        }
    }

    private static string LineOf(string file, EscoImported imported) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Path.GetFileName(file)}: {imported.Kind.ToString().ToLowerInvariant()}{(imported.Language is null ? "" : $" in {imported.Language}")}, {imported.Rows} rows: {imported.New} new, {imported.Changed} changed, {imported.Removed} removed, in {imported.Seconds} s");

    // The way ESCO names its files, such as skills_en.csv.
    [GeneratedRegex(@"_(?<language>[a-z]{2})\.csv\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamedLanguage();
}
