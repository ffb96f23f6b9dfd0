namespace Promote.Credentials.Server.People;

/// <summary>What a browser is asked to have a passkey answer.</summary>
/// <param name="Options">For the browser, as JSON of Web Authentication.</param>
/// <param name="Challenge">What the browser has to bring back together with the answer.</param>
internal sealed record PasskeyQuestion(string Options, SecretToken Challenge)
{
    /// <summary>Says nothing: the options name a person.</summary>
    public override string ToString() => "PasskeyQuestion ***";
}
