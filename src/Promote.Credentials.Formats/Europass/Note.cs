using Promote.Credentials.Domain.Text;

namespace Promote.Credentials.Formats.Europass;

/// <summary>ELM Note: a text by language.</summary>
internal static class Note
{
    internal static ElmNode Of(LanguageMap text) => new ElmNode("Note", "note").With("noteLiteral", text);
}
