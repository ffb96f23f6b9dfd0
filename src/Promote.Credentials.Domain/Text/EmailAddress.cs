using System.Text.RegularExpressions;

namespace Promote.Credentials.Domain.Text;

/// <summary>E-mail addresses in the form that mail systems really use: a dot-atom, an at sign, a domain name with a dot (RFC 5321 §4.1.2 without quoted strings and address literals).</summary>
public static partial class EmailAddress
{
    // RFC 5321 §4.5.3.1.3: a path is 256 octets, its angle brackets included.
    private const int MaxLength = 254;

    /// <summary>Whether the text is such an address. Letters of any script may stand on both sides (RFC 6531).</summary>
    public static bool IsValid(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.Length <= MaxLength && Form.IsMatch(address);
    }

    [GeneratedRegex(@"^(?=[^@]{1,64}@)[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*@([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Form { get; }
}
