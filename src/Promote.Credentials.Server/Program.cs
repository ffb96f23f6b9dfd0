using Promote.Credentials.Server.Achievements;
using Promote.Credentials.Server.Assessments;
using Promote.Credentials.Server.Audit;
using Promote.Credentials.Server.Awards;
using Promote.Credentials.Server.Batches;
using Promote.Credentials.Server.Commands;
using Promote.Credentials.Server.Deliveries;
using Promote.Credentials.Server.Desk;
using Promote.Credentials.Server.Demo;
using Promote.Credentials.Server.Esco;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Jobs;
using Promote.Credentials.Server.Learners;
using Promote.Credentials.Server.Mail;
using Promote.Credentials.Server.Outbound;
using Promote.Credentials.Server.Outbox;
using Promote.Credentials.Server.Network;
using Promote.Credentials.Server.Pathways;
using Promote.Credentials.Server.People;
using Promote.Credentials.Server.Pictures;
using Promote.Credentials.Server.Profiles;
using Promote.Credentials.Server.Public;
using Promote.Credentials.Server.Settings;
using Promote.Credentials.Server.Sharing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Web;
using Promote.Credentials.Server.Webhooks;

try
{
    if (args is ["verify", .. var rest])
    {
        return await VerifyFile.RunAsync(rest, Console.OpenStandardInput(), Console.Out, Console.Error, CancellationToken.None);
    }

    var commandLine = CommandLine.Read(args);
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = commandLine.Options, WebRootPath = WebRoot.OfPublished });
    DevelopmentAddresses.AddTo(builder);
    var settings = SettingsReader.ReadPromote(builder.Configuration, builder.Environment);
    var database = SettingsReader.ReadDatabase(builder.Configuration, settings);
    Logs.AddTo(builder.Logging, builder.Environment);

    builder.Services.AddSingleton(settings);
    builder.Services.AddStorage(database, settings, builder.Environment);
    builder.Services.AddSingleton(database);
    builder.Services.AddEsco();
    builder.Services.AddJobs(database, settings.Node);
    builder.Services.AddIssuing(settings, builder.Environment);
    builder.Services.AddPictures();
    builder.Services.AddSharing();
    builder.Services.AddAchievements();
    builder.Services.AddAssessments();
    builder.Services.AddAwards();
    builder.Services.AddBatches();
    builder.Services.AddPeople(settings);
    builder.Services.AddNetwork();
    builder.Services.AddProfiles();
    builder.Services.AddPathways();
    builder.Services.AddAudit();
    builder.Services.AddLearners();
    builder.Services.AddOutbox();
    builder.Services.AddOutbound(settings);
    builder.Services.AddMail(settings);
    builder.Services.AddDeliveries();
    builder.Services.AddWebhooks();
    builder.Services.AddPublic();
    builder.Services.AddDesk();
    builder.Services.AddWeb(settings);
    builder.Services.AddDemo(builder.Environment);

    var app = builder.Build();
    if (commandLine.Command is { } command)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Migrator>().RunAsync(app.Lifetime.ApplicationStopping);
        await command(scope.ServiceProvider, new Options(commandLine.Options, commandLine.Files), Console.Out, app.Lifetime.ApplicationStopping);
        return 0;
    }

    app.UseWeb();
    app.MapWeb(settings.Node);
    app.MapDesk(settings);
    await app.RunAsync();
    return 0;
}
catch (Exception exception) when (exception is SettingsException or UsageException or CommandFailedException)
{
    Console.Error.WriteLine(exception.Message);
    return (exception as CommandFailedException)?.ExitCode ?? 1;
}
