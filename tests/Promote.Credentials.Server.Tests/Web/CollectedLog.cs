using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Promote.Credentials.Server.Tests.Web;

/// <summary>Every line that the service logs, with the exception behind it.</summary>
internal sealed class CollectedLog : ILoggerProvider
{
    private readonly ConcurrentQueue<(string Category, EventId Event, string Text)> lines = new();

    public IReadOnlyCollection<(string Category, EventId Event, string Text)> Lines => lines;

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, lines);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<(string Category, EventId Event, string Text)> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue((category, eventId, $"{formatter(state, exception)} {exception}"));
    }
}
