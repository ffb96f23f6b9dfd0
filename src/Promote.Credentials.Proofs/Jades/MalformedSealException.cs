using System.Diagnostics.CodeAnalysis;

namespace Promote.Credentials.Proofs.Jades;

/// <summary>A part of a seal is not what it has to be. It stays inside this folder: callers get the sentence.</summary>
internal sealed class MalformedSealException(string sentence) : Exception(sentence)
{
    public static void ThrowUnless([DoesNotReturnIf(false)] bool right, string sentence)
    {
        if (!right)
        {
            throw new MalformedSealException(sentence);
        }
    }
}
