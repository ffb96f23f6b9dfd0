namespace Promote.Credentials.Server.Storage;

/// <summary>What is known of a file that shows something about a person; kept encrypted with the learner's key.</summary>
/// <param name="Name">What the assessor calls it.</param>
/// <param name="Sha256">Of its bytes, hexadecimal.</param>
/// <param name="Parts">How many parts it has, so that none of the last can be missing unnoticed.</param>
internal sealed record FileDetails(string Name, string Sha256, int Parts)
{
    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "FileDetails ***";
}
