using Promote.Credentials.Server.Mail;
using Promote.Credentials.Server.Storage.Rows;

namespace Promote.Credentials.Server.Deliveries;

/// <summary>A mail that is ready, or why there can be none.</summary>
internal sealed record Letter(OutgoingMail? Mail, DeliveryState State, string? Error)
{
    public static Letter Of(OutgoingMail mail) => new(mail, DeliveryState.Pending, null);

    public static Letter NoAddress { get; } = new(null, DeliveryState.Unavailable, "no-address");

    public static Letter Erased { get; } = new(null, DeliveryState.Failed, "erased");
}
