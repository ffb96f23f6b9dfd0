using Promote.Credentials.Domain.Refusals;
using Promote.Credentials.LinkedData.Json;
using Promote.Credentials.Server.Outbound;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Server.Webhooks;

/// <summary>What is wrong with a wish about a webhook. Members that are null are not wished for.</summary>
internal sealed class WebhookCheck(UrlRules rules)
{
    private const int MaxDescription = 200;

    public List<Refusal> Run(Uri? url, IReadOnlyList<string>? events, string? description)
    {
        var refusals = new List<Refusal>();
        if (url is not null && !rules.TryAllow(url, out _, out var refused))
        {
            refusals.Add(new(RefusalCode.InvalidValue, "/url", WhyNot(refused)));
        }

        if (events is { Count: 0 })
        {
            refusals.Add(new(RefusalCode.MissingField, "/events", $"Name at least one event, or \"{WebhookEvents.Every}\" for every one."));
        }

        refusals.AddRange(
            from name in (events ?? []).Index()
            where name.Item != WebhookEvents.Every && !WebhookEvents.All.Contains(name.Item)
            select new Refusal(
                RefusalCode.InvalidValue, JsonPointer.Append("/events", name.Index), $"There is no such event. There are {string.Join(", ", WebhookEvents.All)}, and \"{WebhookEvents.Every}\" for every one."));
        if (description?.Length > MaxDescription)
        {
            refusals.Add(new(RefusalCode.InvalidValue, "/description", $"Give at most {MaxDescription} characters."));
        }

        return refusals;
    }

    private static string WhyNot(FetchResult refused) => refused.Failure == FetchFailure.RefusedAddress
        ? "The host is not in a public network. Give an address that everybody can reach, or ask the operator to open this host (Promote__Outbound__AllowedHosts)."
        : "Give an https address on port 443, without a user name in it, such as https://platform.example.org/hooks/promote.";
}
