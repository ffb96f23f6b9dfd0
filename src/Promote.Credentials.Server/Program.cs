using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;

try
{
    var builder = WebApplication.CreateBuilder(args);
    var settings = SettingsReader.ReadPromote(builder.Configuration, builder.Environment);
    var database = SettingsReader.ReadDatabase(builder.Configuration, settings);
    Logs.AddTo(builder.Logging, builder.Environment);

    builder.Services.AddSingleton(settings);
    builder.Services.AddStorage(database, settings, builder.Environment);
    builder.Services.AddIssuing(settings, builder.Environment);
    builder.Services.AddWeb(settings);

    var app = builder.Build();
    app.UseWeb();
    app.MapWeb();
    await app.RunAsync();
    return 0;
}
catch (SettingsException exception)
{
    Console.Error.WriteLine(exception.Message);
    return 1;
}
