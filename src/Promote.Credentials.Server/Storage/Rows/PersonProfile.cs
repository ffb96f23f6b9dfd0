namespace Promote.Credentials.Server.Storage.Rows;

/// <summary>How a person is called and reached.</summary>
/// <param name="Email">The address that the invitation went to: whoever accepted it could read it there.</param>
/// <param name="Name">As they wrote it; nothing before they accepted.</param>
internal sealed record PersonProfile(string Email, string? Name)
{
    /// <summary>Says nothing, so that no log or message can show a person.</summary>
    public override string ToString() => "PersonProfile ***";
}
