namespace Promote.Credentials.Server.Settings;

/// <summary>What single members of <see cref="OutboundSettings"/> cannot say about themselves.</summary>
internal static class OutboundSettingsCheck
{
    private const string Name = "Promote__Outbound__AllowedHosts";

    /// <exception cref="SettingsException">An entry is no host, or would be asked without TLS outside Development.</exception>
    public static void Check(OutboundSettings outbound, IHostEnvironment environment)
    {
        for (var index = 0; index < outbound.AllowedHosts.Count; index++)
        {
            if (!AllowedHost.TryRead(outbound.AllowedHosts[index], out var host))
            {
                throw new SettingsException($"{Name}__{index} is not a host: write lists.example.org or lists.example.org:8443, without https://, path or *.");
            }

            if (host.IsPlain && !environment.IsDevelopment())
            {
                throw new SettingsException($"{Name}__{index} starts with http:// outside Development: what comes without TLS can be anybody's. Give the host a certificate and name it without http://.");
            }
        }
    }
}
