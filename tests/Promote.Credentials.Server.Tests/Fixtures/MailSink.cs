using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Promote.Credentials.Server.Tests.Fixtures;

/// <summary>A mail server on loopback (RFC 5321) that keeps what it gets and can be told to be difficult.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<SunkMail> mails = new();
    private readonly ConcurrentBag<Task> sessions = [];
    private readonly Task accepting;
    private int tries;

    public MailSink()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>What it answers to an address, <c>550 no such user</c> for example; by default it takes every one.</summary>
    public Func<string, string> OnRecipient { get; set; } = Take;

    /// <summary>Whether it falls silent after it got a message.</summary>
    public bool Hangs { get; set; }

    public IReadOnlyCollection<SunkMail> Mails => mails;

    /// <summary>How many messages were begun.</summary>
    public int Tries => tries;

    /// <summary>The settings of a service that sends its mail here.</summary>
    public (string Name, string? Value)[] Settings =>
    [
        ("Promote__Mail__Host", "127.0.0.1"),
        ("Promote__Mail__Port", ((IPEndPoint)listener.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Promote__Mail__From", "badges@promote.example"),
        ("Promote__Mail__StartTls", "false"),
        ("Promote__Mail__TimeoutSeconds", "8"),
    ];

    /// <summary>Waits for this many mails, a few seconds at most.</summary>
    public async Task<IReadOnlyList<SunkMail>> UntilAsync(int count)
    {
        var started = Stopwatch.GetTimestamp();
        while (mails.Count < count && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(30))
        {
            await Task.Delay(20);
        }

        Assert.True(mails.Count >= count, $"{mails.Count} of {count} mails came.");
        return [.. mails];
    }

    /// <summary>Waits for the mail that this is true of, as long.</summary>
    public async Task<SunkMail> UntilAsync(Func<SunkMail, bool> expected)
    {
        for (var count = 0; !mails.Any(expected); count = mails.Count)
        {
            await UntilAsync(count + 1);
        }

        return mails.Single(expected);
    }

    /// <summary>Is again as if nothing had come and nothing had been said to it.</summary>
    public void Forget()
    {
        mails.Clear();
        (tries, Hangs, OnRecipient) = (0, false, Take);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(sessions);
        stop.Dispose();
        listener.Dispose();
    }

    private static string Take(string address) => "250 ok";

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                sessions.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // The end of the test.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.UTF8);
                await using var writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 sink");
                var recipients = new List<string>();
                while (await reader.ReadLineAsync(stop.Token) is { } line)
                {
                    await AnswerAsync(line, recipients, reader, writer);
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The other side is gone, or the test is over.
            }
        }
    }

    private async Task AnswerAsync(string line, List<string> recipients, StreamReader reader, StreamWriter writer)
    {
        switch (line.Split(' ', ':')[0].ToUpperInvariant())
        {
            case "EHLO":
                await writer.WriteLineAsync("250-sink\r\n250-8BITMIME\r\n250 SMTPUTF8");
                break;
            case "MAIL":
                Interlocked.Increment(ref tries);
                recipients.Clear();
                await writer.WriteLineAsync("250 ok");
                break;
            case "RCPT":
                var address = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                recipients.Add(address);
                await writer.WriteLineAsync(OnRecipient(address));
                break;
            case "DATA":
                await writer.WriteLineAsync("354 go on");
                mails.Enqueue(new SunkMail([.. recipients], await ReadMessageAsync(reader)));
                if (Hangs)
                {
                    await Task.Delay(Timeout.Infinite, stop.Token);
                }

                await writer.WriteLineAsync("250 taken");
                break;
            case "QUIT":
                await writer.WriteLineAsync("221 bye");
                break;
            default:
                await writer.WriteLineAsync("250 ok");
                break;
        }
    }

    // RFC 5321 §4.5.2: a dot alone ends it, another one at the start of a line is doubled.
    private async Task<string> ReadMessageAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
        {
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }

        return text.ToString();
    }
}
