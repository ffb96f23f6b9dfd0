using Promote.Credentials.Formats.Securing;
using Promote.Credentials.Proofs.DataIntegrity;
using Promote.Credentials.Proofs.Keys;

namespace Promote.Credentials.Formats.StatusLists;

/// <summary>The constants of Bitstring Status List 1.0.</summary>
public static class Terms
{
    /// <summary>The purpose of a list whose set bits end a document.</summary>
    public const string Revocation = "revocation";

    /// <summary>The purpose of a list whose set bits make a document not count for the time being.</summary>
    public const string Suspension = "suspension";

    /// <summary>Name of the form in which lists are linted and signed. Nobody can ask for an award in it.</summary>
    public const string FormName = "status-list";

    /// <summary>The media type of a list.</summary>
    public const string MediaType = "application/vc";

    internal const string EntryType = "BitstringStatusListEntry";
    internal const string CredentialType = "BitstringStatusListCredential";
    internal const string ListType = "BitstringStatusList";

    /// <summary>How a list is signed: as Open Badges 3.0 documents are.</summary>
    internal static DocumentForm Form { get; } = new()
    {
        Name = FormName,
        Family = FormatFamily.StatusList,
        Securing = new EmbeddedProof(new EddsaRdfc2022(), KeyAlgorithm.Ed25519),
    };
}
