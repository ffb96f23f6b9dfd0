namespace Promote.Credentials.Server.Commands;

/// <summary>Something the program does instead of serving; it ends with what it writes.</summary>
/// <param name="services">The services of one scope; nothing of the service was started.</param>
/// <param name="options">Its options, by name.</param>
/// <param name="output">Where the result goes.</param>
/// <param name="cancellationToken">Ctrl+C.</param>
internal delegate Task Command(IServiceProvider services, Options options, TextWriter output, CancellationToken cancellationToken);
