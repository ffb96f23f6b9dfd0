namespace Promote.Credentials.Server.Settings;

/// <summary>What has to be right about sign-in before the service starts.</summary>
internal static class SignInSettingsCheck
{
    /// <exception cref="SettingsException">Half an identity provider, or one without TLS outside Development.</exception>
    public static void Check(SignInSettings settings, IHostEnvironment environment)
    {
        var provider = settings.OpenIdConnect;
        if (provider is { Authority: null, Audience: null })
        {
            return;
        }

        if (provider.Authority is null || string.IsNullOrEmpty(provider.Audience))
        {
            throw new SettingsException("Promote__SignIn__OpenIdConnect needs both Authority and Audience: without an audience every token of the provider would count here.");
        }

        if (!provider.Authority.IsAbsoluteUri || (provider.Authority.Scheme != Uri.UriSchemeHttps && !environment.IsDevelopment()))
        {
            throw new SettingsException("Promote__SignIn__OpenIdConnect__Authority has to be an https address.");
        }
    }
}
