using System.Diagnostics.CodeAnalysis;

namespace Promote.Credentials.Formats;

/// <summary>Everything that can be linted and signed: the formats of awards, and what this service publishes about them.</summary>
internal static class DocumentForms
{
    /// <summary>Finds one by its exact name.</summary>
    internal static bool TryGet(string name, [NotNullWhen(true)] out DocumentForm? form)
    {
        form = name == StatusLists.Terms.FormName ? StatusLists.Terms.Form : FormatList.TryGet(name, out var format) ? format : null;
        return form is not null;
    }
}
