using Promote.Credentials.LinkedData.Json;

namespace Promote.Credentials.LinkedData.JsonLd;

/// <summary>Where in the document something stands. Links are cheap to make at every step; only an error spells the pointer out.</summary>
internal sealed class Place
{
    private readonly Place? parent;
    private readonly string? member;
    private readonly int index;

    private Place(Place? parent, string? member, int index)
    {
        this.parent = parent;
        this.member = member;
        this.index = index;
    }

    public static Place Root { get; } = new(null, null, 0);

    public Place Member(string name) => new(this, name, 0);

    public Place Item(int position) => new(this, null, position);

    public JsonLdException Error(string code, string message) => new(code, ToString(), message);

    /// <summary>The JSON pointer.</summary>
    public override string ToString() => this switch
    {
        { parent: null } => "",
        { member: { } name } => JsonPointer.Append(parent.ToString(), name),
        _ => JsonPointer.Append(parent.ToString(), index),
    };
}
