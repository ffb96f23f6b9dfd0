namespace Promote.Credentials.Server.Settings;

/// <summary>Where a development service listens when nobody says: over http, and over https with the certificate of <c>keys-dev</c>.</summary>
internal static class DevelopmentAddresses
{
    // What the host reads its addresses from; the last three win over the first.
    private static readonly string[] Settings = ["urls", "http_ports", "https_ports", "Kestrel:Endpoints"];

    public static void AddTo(WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
        {
            return;
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureHttpsDefaults(https => https.ServerCertificate = DevelopmentKeys.Tls()));
        if (!Settings.Any(name => builder.Configuration.GetSection(name).Exists()))
        {
            builder.WebHost.UseUrls("http://localhost:5000", "https://localhost:5443");
        }
    }
}
