namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>The person who sent a batch.</summary>
/// <param name="Email">Their address.</param>
/// <param name="Identifiers">The ids by which the issuer's platforms know them.</param>
internal sealed record BatchSender(string Email, IReadOnlyList<string> Identifiers)
{
    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "BatchSender ***";
}
