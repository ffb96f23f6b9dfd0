namespace Promote.Credentials.Server.Issuing;

/// <summary>What a new award is to an older one.</summary>
internal enum SuccessionKind
{
    /// <summary>It takes the other's place, which is revoked.</summary>
    Replacement,

    /// <summary>It continues the other, which stays as it is.</summary>
    Renewal,
}
