namespace Promote.Credentials.Server.Settings;

/// <summary>The section <c>Promote:SignIn</c>: how people who work for issuers sign in.</summary>
internal sealed record SignInSettings
{
    /// <summary>Whether everybody needs a second factor; unset: yes, except in Development.</summary>
    public bool? RequireSecondFactor { get; init; }

    /// <summary>An identity provider.</summary>
    public OpenIdConnectSettings OpenIdConnect { get; init; } = new();
}
