using System.ComponentModel.DataAnnotations;

namespace Promote.Credentials.Server.Settings;

/// <summary>Reads and checks the configuration once, at start: what is wrong is said before anything runs.</summary>
internal static class SettingsReader
{
    /// <summary>The section <c>Promote</c>.</summary>
    /// <exception cref="SettingsException">A key is unknown, or a value is missing or wrong.</exception>
    public static PromoteSettings ReadPromote(IConfiguration configuration, IHostEnvironment environment)
    {
        var settings = Bind(configuration.GetSection("Promote"));
        Check(settings, "Promote");
        Check(settings.RateLimits, "Promote__RateLimits");
        Check(settings.Mail, "Promote__Mail");
        Check(settings.Jobs, "Promote__Jobs");
        JobSettingsCheck.Check(settings.Jobs);
        MailSettingsCheck.Check(settings.Mail);
        SealSettingsCheck.Check(settings.Seal);
        OutboundSettingsCheck.Check(settings.Outbound, environment);
        SignInSettingsCheck.Check(settings.SignIn, environment);
        if (settings.BootstrapApiKey is not null && !environment.IsDevelopment())
        {
            throw new SettingsException("Promote__BootstrapApiKey is set outside Development: remove it and make keys with `promote keys api create`.");
        }

        var dataDirectory = Path.GetFullPath(settings.DataDirectory, environment.ContentRootPath);
        return settings with
        {
            PublicBaseUrl = BaseUrl(settings.PublicBaseUrl, configuration, environment),
            DataDirectory = dataDirectory,
            StatusVersionFile = Path.GetFullPath(settings.StatusVersionFile, dataDirectory),
            Seal = settings.Seal with { TrustAnchors = settings.Seal.TrustAnchors is { } folder ? Path.GetFullPath(folder, environment.ContentRootPath) : null },
        };
    }

    /// <summary><c>ConnectionStrings__Credentials</c>, or a SQLite file in the data directory.</summary>
    /// <exception cref="SettingsException">The node does a part of the work, and there is no database to share it in.</exception>
    public static DatabaseSettings ReadDatabase(IConfiguration configuration, PromoteSettings settings)
    {
        var database = configuration.GetConnectionString("Credentials") is { Length: > 0 } connectionString
            ? new DatabaseSettings(connectionString)
            : DatabaseSettings.SqliteIn(settings.DataDirectory);
        return settings.Node == NodeRole.Both || database.IsPostgres
            ? database
            : throw new SettingsException("Promote__Node is api or worker, and SQLite is for one node: set ConnectionStrings__Credentials to a PostgreSQL that the nodes share.");
    }

    private static void Check(object section, string name)
    {
        var problems = new List<ValidationResult>();
        if (!Validator.TryValidateObject(section, new ValidationContext(section), problems, validateAllProperties: true))
        {
            throw new SettingsException($"{name}__{problems[0].MemberNames.First()}: {problems[0].ErrorMessage}");
        }
    }

    private static PromoteSettings Bind(IConfigurationSection section)
    {
        try
        {
            return section.Get<PromoteSettings>(options => options.ErrorOnUnknownConfiguration = true) ?? new PromoteSettings();
        }
        catch (InvalidOperationException exception)
        {
            throw new SettingsException($"The section Promote of the configuration has an unknown key or a value of the wrong type: {exception.Message}", exception);
        }
    }

    // did:web and every verifier need https (W3C did:web, section "Target system(s)"); at home plain http on loopback will do.
    private static Uri BaseUrl(Uri? given, IConfiguration configuration, IHostEnvironment environment)
    {
        if (given is null && !environment.IsDevelopment())
        {
            throw new SettingsException("Promote__PublicBaseUrl is not set: set it to the https address under which others reach this service.");
        }

        var url = given ?? Listening(configuration);
        if (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https") || url.Query.Length > 0 || url.Fragment.Length > 0)
        {
            throw new SettingsException("Promote__PublicBaseUrl is not an absolute http or https URL without query and fragment.");
        }

        if (url.Scheme == Uri.UriSchemeHttp && !url.IsLoopback)
        {
            throw new SettingsException("Promote__PublicBaseUrl is plain http on another host than this machine: no verifier would take such a credential. Set an address that starts with https://.");
        }

        return !environment.IsDevelopment() && url.Scheme != Uri.UriSchemeHttps
            ? throw new SettingsException("Promote__PublicBaseUrl has to start with https:// outside Development: credentials keep it for ever.")
            : new Uri(url.AbsoluteUri.TrimEnd('/'));
    }

    private static Uri Listening(IConfiguration configuration)
    {
        var first = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .FirstOrDefault("http://localhost:5000");
        foreach (var anyAddress in (ReadOnlySpan<string>)["//*", "//+", "//0.0.0.0", "//[::]"])
        {
            first = first.Replace(anyAddress, "//localhost", StringComparison.Ordinal);
        }

        return new Uri(first);
    }
}
