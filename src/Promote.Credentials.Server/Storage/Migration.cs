using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Promote.Credentials.Server.Storage;

/// <summary>One numbered SQL file of a database, such as <c>0001_first_tables.sql</c>.</summary>
internal sealed record Migration(int Number, string Name, string Sql)
{
    /// <summary>SHA-256 of the text, hexadecimal; line ends do not count.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Sql)));

    /// <summary>All files of one folder (<c>sqlite</c> or <c>postgres</c>), in order.</summary>
    public static IReadOnlyList<Migration> AllOf(string folder)
    {
        var assembly = typeof(Migration).Assembly;
        var prefix = $"migrations/{folder}/";
        return [.. assembly.GetManifestResourceNames()
            .Where(resource => resource.StartsWith(prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(resource => Read(assembly.GetManifestResourceStream(resource)!, resource[prefix.Length..]))];
    }

    private static Migration Read(Stream stream, string file)
    {
        using var reader = new StreamReader(stream);
        var sql = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new Migration(int.Parse(file.AsSpan(0, 4), CultureInfo.InvariantCulture), Path.GetFileNameWithoutExtension(file), sql);
    }
}
