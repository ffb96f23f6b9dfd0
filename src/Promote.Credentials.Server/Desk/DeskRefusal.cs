using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Public.Reading;

namespace Promote.Credentials.Server.Desk;

/// <summary>A refusal as the desk says it: which field, and a sentence, in the language of the page.</summary>
/// <param name="Field">The field; null where it is about the whole.</param>
/// <param name="Sentence">What to do.</param>
/// <param name="Detail">The sentence of the API, in English, which says more.</param>
internal sealed record DeskRefusal(string? Field, string Sentence, string Detail)
{
    private static readonly string[] Fields = ["awardedOn", "activity", "results", "evidence", "portfolio", "narrative", "learner", "achievement", "formats", "reason"];

    public static DeskRefusal Of(Refusal refusal, PageLanguage page)
    {
        var name = Fields.FirstOrDefault(field => refusal.Pointer.StartsWith("/" + field, StringComparison.Ordinal));
        var key = $"desk.refused.{refusal.Code.ToString().ToLowerInvariant()}";
        return new(name is null ? null : page[$"desk.field.{name}"], page.Texts.Has(key) ? page[key] : page["desk.refused"], refusal.Detail);
    }
}
