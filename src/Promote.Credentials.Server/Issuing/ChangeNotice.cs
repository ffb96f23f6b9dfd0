namespace Promote.Credentials.Server.Issuing;

/// <summary>In the outbox, beside a change of an award: its holder is to be told.</summary>
/// <param name="By">What made the change; two changes of one award are two messages.</param>
internal sealed record ChangeNotice(string By);
