namespace Promote.Credentials.Server.Outbound;

/// <summary>A connection was not made, because the host lies where no stranger may send us.</summary>
internal sealed class RefusedAddressException() : IOException(Sentence)
{
    /// <summary>Says no address: a stranger could read the names of the own network with it.</summary>
    public const string Sentence = "The host of the address is not in a public network.";
}
