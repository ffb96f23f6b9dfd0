using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.Server.Languages;
using Promote.Credentials.Server.Public.Reading;

namespace Promote.Credentials.Server.Desk;

/// <summary>A refusal as the desk says it: which field, and a sentence, in the language of the page.</summary>
/// <param name="Code">Why.</param>
/// <param name="Pointer">Where in what was sent.</param>
/// <param name="Field">The field; null where it is about the whole.</param>
/// <param name="Sentence">What to do.</param>
/// <param name="Detail">The sentence of the API, which says more; null where the page is in another language than it.</param>
internal sealed record DeskRefusal(RefusalCode Code, string Pointer, string? Field, string Sentence, string? Detail)
{
    // Fields are called in a refusal what they are called on the pages.
    private static readonly string[] Areas = ["desk.field.", "desk.achievement.", "desk."];

    public static DeskRefusal Of(Refusal refusal, PageLanguage page)
    {
        var members = refusal.Pointer.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var code = $"desk.refused.{refusal.Code.ToString().ToLowerInvariant()}";
        var named = members.Where(member => !int.TryParse(member, out _)).Select(member => member.ToLowerInvariant()).ToList();
        var sentence = Enumerable.Range(0, named.Count).Select(from => $"{code}.{string.Join('.', named.Skip(from))}").Concat(Enumerable.Reverse(named).Select(member => $"{code}.{member}"))
            .Append(code).FirstOrDefault(page.Texts.Has) ?? "desk.refused";
        return new(refusal.Code, refusal.Pointer, FieldOf(members, page), page[sentence], page.Language == Language.English ? refusal.Detail : null);
    }

    // "Portfolio 2, How you made sure", "Step 2.1, How many": members that no page shows are left out.
    private static string? FieldOf(string[] members, PageLanguage page)
    {
        var own = members.FirstOrDefault() == PathwayForm.Root ? "desk.pathway." : $"desk.{members.FirstOrDefault()}.";
        var names = new List<string>();
        foreach (var (at, member) in members.Index())
        {
            if (int.TryParse(member, out var index) && names.Count > 0)
            {
                names[^1] += at >= 3 && members[at - 1] == members[at - 3] ? $".{index + 1}" : $" {index + 1}";
            }
            else if (at >= 2 && member == members[at - 2])
            {
                continue;
            }
            else if (Language.Find(member) is { } language && names.Count > 0)
            {
                names[^1] += $" ({language.Name})";
            }
            else if (Areas.Prepend(own).Select(area => area + member).FirstOrDefault(page.Texts.Has) is { } key)
            {
                names.Add(page[key]);
            }
        }

        return names.Count == 0 ? null : string.Join(", ", names);
    }
}
