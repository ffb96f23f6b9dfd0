using System.Diagnostics.CodeAnalysis;
using Promote.Credentials.Formats.DataModel;

namespace Promote.Credentials.Formats;

/// <summary>Everything that can be linted and signed: the formats of awards, what this service publishes about them, and what platforms write themselves.</summary>
internal static class DocumentForms
{
    /// <summary>Finds one by its exact name.</summary>
    internal static bool TryGet(string name, [NotNullWhen(true)] out DocumentForm? form)
    {
        form = name == StatusLists.Terms.FormName ? StatusLists.Terms.Form
            : FormatList.TryGet(name, out var format) ? format
            : CredentialForms.All.FirstOrDefault(candidate => candidate.Name == name);
        return form is not null;
    }
}
