using System.Text.Json;
using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.Formats.Europass;

/// <summary>A value and the way to it. Pointers repeat the names above them, so they are spelled out only for a finding.</summary>
internal sealed record EdcPlace(EdcPlace? Parent, string? Member, int Index, JsonElement Value)
{
    public string Pointer => this switch
    {
        { Parent: null } => "",
        { Member: { } name } => JsonPointer.Append(Parent.Pointer, name),
        _ => JsonPointer.Append(Parent.Pointer, Index),
    };
}
