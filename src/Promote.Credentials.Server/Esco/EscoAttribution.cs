namespace Promote.Credentials.Server.Esco;

/// <summary>What whoever uses ESCO has to say.</summary>
internal static class EscoAttribution
{
    /// <summary>The sentence that the Commission asks for.</summary>
    public const string Sentence = "This service uses the ESCO classification of the European Commission.";
}
