using Promote.Credentials.Server.Mail;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Deliveries;

/// <summary>A message to a learner as it begins.</summary>
internal static class NewDelivery
{
    /// <param name="awardId">The award that it is about.</param>
    /// <param name="request">What asked for it, see <see cref="DeliveryRow.Request"/>.</param>
    /// <param name="wanted">Whether the learner is to be told.</param>
    /// <param name="mail">Whether there is a way.</param>
    /// <param name="settings">Name the host that stands in the Message-ID.</param>
    /// <param name="now">When.</param>
    public static DeliveryRow Of(string awardId, string request, bool wanted, IMail mail, PromoteSettings settings, DateTimeOffset now)
    {
        var state = (wanted, mail.Available) switch
        {
            (false, _) => DeliveryState.Suppressed,
            (_, false) => DeliveryState.Unavailable,
            _ => DeliveryState.Pending,
        };
        return new DeliveryRow
        {
            Id = RandomId.New(),
            AwardId = awardId,
            Request = request,
            State = state,
            Error = state == DeliveryState.Unavailable ? "no-mail-server" : null,
            MessageId = $"{RandomId.New()}@{settings.PublicBaseUrl!.IdnHost}",
            CreatedAt = now,
            NextAttemptAt = state == DeliveryState.Pending ? now : null,
        };
    }
}
