using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage.Rows;
using Promote.Credentials.Server.Web.Access;

namespace Promote.Credentials.Server.People;

/// <summary>People who work for issuers: invitations, passwords, second factors, sessions.</summary>
internal static class PeopleFeature
{
    // NIST SP 800-63B §5.1.1.2: length counts, rules about kinds of characters do not.
    private const int ShortestPassword = 12;

    private const int MostBytes = 256 * 1024;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public static IServiceCollection AddPeople(this IServiceCollection services, PromoteSettings settings)
    {
        AddIdentityProvider(services, settings.SignIn.OpenIdConnect);
        services.AddScoped<PersonFiles>().AddScoped<OwnIdentifiers>().AddScoped<Tries>().AddScoped<Invitations>().AddScoped<InvitationMail>().AddScoped<SignIn>().AddScoped<Sessions>().AddScoped<SecondFactors>().AddScoped<GiveRoles>();
        services.AddScoped<Passkeys>().AddScoped<PasskeyChallenges>().AddScoped<CheckPasskey>().AddScoped<AddPasskey>().AddScoped<RemovePasskey>();
        services.AddScoped<IPasskeyHandler<PersonRow>, PasskeyHandler<PersonRow>>();
        services.Configure<IdentityPasskeyOptions>(options => Configure(options, settings));
        services.AddIdentityCore<PersonRow>(Configure).AddUserStore<PersonStore>().AddTokenProvider<OneTimeCodes>(TokenOptions.DefaultAuthenticatorProvider);

        // It judges the name by which Identity knows somebody, which is an id here.
        services.RemoveAll<IUserValidator<PersonRow>>();
        return services;
    }

    private static void AddIdentityProvider(IServiceCollection services, OpenIdConnectSettings settings)
    {
        if (settings.Authority is null)
        {
            services.AddSingleton<IIdentityProvider, NoIdentityProvider>();
            return;
        }

        // The operator named it, so that it may be in the own network; everything else has a limit.
        services.AddSingleton(provider => new ProviderTokens(
            settings,
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, ConnectTimeout = Longest }) { Timeout = Longest, MaxResponseContentBufferSize = MostBytes },
            provider.GetRequiredService<IHostEnvironment>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<IIdentityProvider, OpenIdConnectProvider>();
    }

    private static void Configure(IdentityOptions options)
    {
        options.Password.RequiredLength = ShortestPassword;
        options.Password.RequireDigit = false;
        options.Password.RequireLowercase = false;
        options.Password.RequireUppercase = false;
        options.Password.RequireNonAlphanumeric = false;
        options.Password.RequiredUniqueChars = 4;
    }
    private static void Configure(IdentityPasskeyOptions options, PromoteSettings settings)
    {
        var home = settings.PublicBaseUrl!;
        var origin = home.IsDefaultPort ? $"{home.Scheme}://{home.IdnHost}" : $"{home.Scheme}://{home.IdnHost}:{home.Port}";
        options.ServerDomain = home.IdnHost;
        options.ValidateOrigin = asked => ValueTask.FromResult(asked.Origin == origin && !asked.CrossOrigin);

        // Who holds the device is asked for what opens it each time, so that a passkey is two factors.
        options.UserVerificationRequirement = "required";
        options.ResidentKeyRequirement = "required";
        options.AttestationConveyancePreference = "none";
        options.AuthenticatorTimeout = PasskeyChallenges.Lasts;
    }
}
