namespace Promote.Credentials.Server.Issuing.Keys;

/// <summary>How a file or a label says that it is a seal: <c>seal</c> behind the slug and a point.</summary>
internal static class SealName
{
    private const string Word = "seal";

    /// <summary><c>cove-ro.seal.p12</c>, <c>cove-ro.seal-2027.p12</c>, <c>cove-ro.seal</c>; not <c>cove-ro.sealing.pem</c>.</summary>
    public static bool IsOne(string reference)
    {
        var rest = reference.AsSpan(reference.IndexOf('.', StringComparison.Ordinal) + 1);
        return rest.Length < reference.Length
            && rest.StartsWith(Word, StringComparison.Ordinal)
            && (rest.Length == Word.Length || rest[Word.Length] is '.' or '-');
    }
}
