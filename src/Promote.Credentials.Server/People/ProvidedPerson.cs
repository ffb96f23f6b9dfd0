namespace Promote.Credentials.Server.People;

/// <summary>Somebody as an identity provider knows them.</summary>
/// <param name="Email">The address, which the provider verified.</param>
/// <param name="Subject">Their id there (OpenID Connect Core §2, <c>sub</c>), by which platforms that use the same provider may know them.</param>
internal sealed record ProvidedPerson(string Email, string Subject)
{
    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "ProvidedPerson ***";
}
