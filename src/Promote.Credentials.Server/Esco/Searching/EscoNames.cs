using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Esco.Searching;

/// <summary>What a concept is called in one language.</summary>
internal sealed record EscoNames(string Preferred, IReadOnlyList<string> Alternatives)
{
    public static EscoNames Of(EscoLabelRow row) => new(row.Preferred, StoredJson.Read<string[]>(row.Alternatives));
}
