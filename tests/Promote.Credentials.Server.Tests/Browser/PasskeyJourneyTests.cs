using Microsoft.Playwright;
using Promote.Credentials.Server.Tests.Desk;
using Promote.Credentials.Server.Tests.Fixtures;

namespace Promote.Credentials.Server.Tests.Browser;

/// <summary>A passkey in a real browser with a device that Chromium plays.</summary>
[Trait("needs", "chromium")]
[Trait("speed", "slow")]
public sealed class PasskeyJourneyTests(Chromium chromium, StartedOnLocalhost services) : IClassFixture<Chromium>, IClassFixture<StartedOnLocalhost>
{
    [NeedsChromium]
    public async Task Somebody_adds_a_passkey_signs_in_with_it_and_removes_it()
    {
        var (service, _) = await services.OnAsync(Database.Sqlite);
        var home = StartedOnLocalhost.HomeOf(service);
        await using var visit = await Visit.StartAsync(chromium.Browser, home);
        var device = await PluggedInAsync(visit.Page);
        await JoinAsync(visit, home, await Staff.InviteAsync(service, "ada@journey.example", "assessor"));
        await visit.Page.ClickAsync("a[href='/desk/second-factor']");
        await visit.Page.ClickAsync("main a[href='/desk/passkeys']");
        await visit.Page.FillAsync("input[name=name]", "Phone <b>of</b> Ada");
        await visit.TakePictureAsync("passkeys-1-add");
        await visit.Page.ClickAsync("form[data-passkey=create] button");
        await visit.Page.GetByText("Phone <b>of</b> Ada").First.WaitForAsync();
        await visit.TakePictureAsync("passkeys-2-added");

        await visit.Page.ClickAsync(".desk-nav form button");
        await visit.Page.Locator("form[data-passkey=get] button").WaitForAsync();
        await visit.TakePictureAsync("passkeys-3-sign-in");
        await visit.Page.ClickAsync("form[data-passkey=get] button");
        await visit.Page.GetByText("Test Person").WaitForAsync();
        await visit.OpenAsync(new Uri(home, "/desk/confirm").AbsoluteUri);
        await visit.Page.ClickAsync("form[data-passkey=get] button");
        await visit.Page.WaitForURLAsync("**/desk/passkeys");
        Assert.Empty(visit.Complaints);

        await visit.Page.ClickAsync("button[name=remove]");
        await visit.Page.GetByText("You have no passkey yet.").WaitForAsync();
        await visit.Page.ClickAsync(".desk-nav form button");
        await visit.Page.ClickAsync("form[data-passkey=get] button");
        await visit.Page.GetByText("This passkey does not count here").WaitForAsync();
        Assert.Equal(1, await device.CountAsync());
    }

    [NeedsChromium]
    public async Task A_device_that_nobody_opens_gives_no_passkey_and_the_page_says_so()
    {
        var (service, _) = await services.OnAsync(Database.Sqlite);
        var home = StartedOnLocalhost.HomeOf(service);
        await using var visit = await Visit.StartAsync(chromium.Browser, home);
        var device = await PluggedInAsync(visit.Page);
        await JoinAsync(visit, home, await Staff.InviteAsync(service, "bob@journey.example", "assessor"));
        await device.OpensAsync(false);
        await visit.OpenAsync(new Uri(home, "/desk/passkeys").AbsoluteUri);
        await visit.Page.FillAsync("input[name=name]", "Phone");
        await visit.Page.ClickAsync("form[data-passkey=create] button");

        await visit.Page.GetByText("Your device gave no passkey. Try again.").WaitForAsync();
        Assert.Equal(0, await device.CountAsync());
    }

    [NeedsChromium]
    public async Task Without_scripts_no_page_offers_what_only_a_script_can_do()
    {
        var (service, _) = await services.OnAsync(Database.Sqlite);
        var home = StartedOnLocalhost.HomeOf(service);
        await using var visit = await Visit.StartAsync(chromium.Browser, home, scripts: false);
        await JoinAsync(visit, home, await Staff.InviteAsync(service, "eve@journey.example", "assessor"));
        await visit.OpenAsync(new Uri(home, "/desk/passkeys").AbsoluteUri);
        Assert.True(await visit.Page.GetByText("To add a passkey you need a browser").IsVisibleAsync());
        Assert.False(await visit.Page.Locator("form[data-passkey]").IsVisibleAsync());

        await visit.OpenAsync(new Uri(home, "/desk/sign-in").AbsoluteUri);
        Assert.False(await visit.Page.Locator("form[data-passkey]").IsVisibleAsync());
        await visit.Page.FillAsync("input[name=email]", "eve@journey.example");
        await visit.Page.FillAsync("input[name=password]", Staff.Password);
        await visit.Page.ClickAsync("button.primary");
        await visit.Page.GetByText("Test Person").WaitForAsync();
        Assert.Empty(visit.Complaints);
    }

    private static async Task JoinAsync(Visit visit, Uri home, string invitation)
    {
        await visit.OpenAsync(new Uri(home, invitation).AbsoluteUri);
        await visit.Page.FillAsync("input[name=name]", "Test Person");
        await visit.Page.FillAsync("input[name=password]", Staff.Password);
        await visit.Page.ClickAsync("button.primary");
        await visit.Page.Locator(".desk-nav").WaitForAsync();
    }

    private static async Task<Device> PluggedInAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        var added = await session.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new { protocol = "ctap2", transport = "internal", hasResidentKey = true, hasUserVerification = true, isUserVerified = true, automaticPresenceSimulation = true },
        });
        return new(session, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    private sealed class Device(ICDPSession session, string id)
    {
        /// <summary>Whether its owner opens it from now on.</summary>
        public async Task OpensAsync(bool opens) => await session.SendAsync("WebAuthn.setUserVerified", new() { ["authenticatorId"] = id, ["isUserVerified"] = opens });

        /// <summary>How many passkeys it holds.</summary>
        public async Task<int> CountAsync() =>
            (await session.SendAsync("WebAuthn.getCredentials", new() { ["authenticatorId"] = id }))!.Value.GetProperty("credentials").GetArrayLength();
    }
}
