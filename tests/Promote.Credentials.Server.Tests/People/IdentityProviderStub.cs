using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Promote.Credentials.Server.Tests.People;

/// <summary>An OpenID Connect provider on loopback: its metadata, its keys, and tokens that it signs.</summary>
internal sealed class IdentityProviderStub : IAsyncDisposable
{
    public const string Audience = "promote-credentials";

    private readonly WebApplication app;
    private readonly RSA key = RSA.Create(2048);

    public IdentityProviderStub()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/.well-known/openid-configuration", () => IsDown ? Results.StatusCode(503) : Results.Json(new Dictionary<string, object> { ["issuer"] = Issuer, ["jwks_uri"] = $"{Issuer}/keys" }));
        app.MapGet("/keys", () => Results.Json(new { keys = new[] { Published() } }));
        app.Start();
    }

    public string Issuer => app.Urls.Single();

    /// <summary>Whether it answers nothing but 503.</summary>
    public bool IsDown { get; set; }

    public (string Name, string? Value)[] Settings => [("Promote__SignIn__OpenIdConnect__Authority", Issuer), ("Promote__SignIn__OpenIdConnect__Audience", Audience)];

    /// <summary>A token as the provider would sign it, but for what a test changes.</summary>
    public string Token(string email, Action<SecurityTokenDescriptor>? change = null, RSA? signedBy = null, string keyId = "one")
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var descriptor = new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            NotBefore = now.AddMinutes(-1),
            Expires = now.AddMinutes(5),
            Claims = new Dictionary<string, object> { ["sub"] = "somebody", ["email"] = email, ["email_verified"] = true },
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(signedBy ?? key) { KeyId = keyId }, SecurityAlgorithms.RsaSha256),
        };
        change?.Invoke(descriptor);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(descriptor);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private Dictionary<string, string> Published()
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = "one",
            ["n"] = Base64UrlEncoder.Encode(parameters.Modulus), ["e"] = Base64UrlEncoder.Encode(parameters.Exponent),
        };
    }
}
