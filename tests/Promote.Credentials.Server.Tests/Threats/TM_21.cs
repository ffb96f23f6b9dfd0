using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Promote.Credentials.Formats.StatusLists;
using Promote.Credentials.Server.Issuing;
using Promote.Credentials.Server.Storage;
using Promote.Credentials.Server.Tests.Fixtures;
using Promote.Credentials.Server.Tests.Public;
using Promote.Credentials.Server.Tests.Web;

namespace Promote.Credentials.Server.Tests.Threats;

/// <summary>Threat 21: whoever watches a status list learns who was awarded together, how many there are, or who is being checked.</summary>
public sealed class TM_21(AttackedService service) : IClassFixture<AttackedService>
{
    /// <summary>So many bits are taken from one list, in order.</summary>
    private const int Taken = 8192;

    /// <summary>How far a sum may lie from what chance makes of it, in its own deviations: chance alone goes further once in a thousand million times.</summary>
    private const double Far = 6.2;

    [Theory]
    [InlineData(16)]
    [InlineData(64)]
    [InlineData(256)]
    public async Task Bits_are_taken_from_the_whole_list_alike(int parts)
    {
        var counts = new int[parts];
        foreach (var index in await TakeAsync())
        {
            counts[index * (long)parts / StatusIndexes.ListSize]++;
        }

        IsChance(counts.Select(count => (double)count), (double)Taken / parts, parts - 1);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public async Task When_a_bit_was_taken_says_nothing_about_where_it_lies(int parts)
    {
        var counts = new int[parts * parts];
        foreach (var (order, index) in (await TakeAsync()).Index())
        {
            counts[(order * parts / Taken * parts) + (int)(index * (long)parts / StatusIndexes.ListSize)]++;
        }

        IsChance(counts.Select(count => (double)count), (double)Taken / counts.Length, counts.Length - 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public async Task Bits_that_were_taken_one_after_the_other_do_not_lie_together(int apart)
    {
        var taken = await TakeAsync();
        var counts = new int[16];
        for (var i = apart; i < Taken; i++)
        {
            // The way from one to the next, around the list.
            var way = (taken[i] - taken[i - apart] + StatusIndexes.ListSize) % StatusIndexes.ListSize;
            counts[way * 16L / StatusIndexes.ListSize]++;
        }

        IsChance(counts.Select(count => (double)count), (Taken - apart) / 16.0, 15);
    }

    [Fact]
    public async Task No_bit_is_taken_twice() => Assert.Equal(Taken, (await TakeAsync()).Distinct().Count());

    [Theory]
    [InlineData("ob3", "ob3-ecdsa")]
    [InlineData("ob3", "ob3-jwt")]
    public async Task The_documents_of_one_award_have_bits_of_their_own(params string[] formats)
    {
        var places = await PlacesAsync(await AwardAsync(formats));
        Assert.Equal(formats.Length, places.Select(place => place.Index).Distinct().Count());
    }

    [Fact]
    public async Task A_list_is_as_long_as_every_other_however_few_were_awarded()
    {
        var place = (await PlacesAsync(await AwardAsync("ob3")))[0];
        Assert.True(BitstringStatusList.TryDecode(await EncodedAsync(place.List), out var bits, out _));
        Assert.Equal(131_072, bits.Length);
    }

    [Fact]
    public async Task Awarding_changes_no_bit_of_what_is_published()
    {
        var place = (await PlacesAsync(await AwardAsync("ob3")))[0];
        var before = await EncodedAsync(place.List);
        await AwardAsync("ob3", "ob3-jwt");
        Assert.Equal(before, await EncodedAsync(place.List));
    }

    [Theory]
    [InlineData("Cookie", "session=1")]
    [InlineData("User-Agent", "Verifier/1")]
    [InlineData("Referer", "https://prison.example/hr/check?person=1")]
    [InlineData("Origin", "https://prison.example")]
    [InlineData("Accept-Language", "lt")]
    [InlineData("Authorization", "Bearer x")]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Range", "bytes=0-20")]
    [InlineData("Accept-Encoding", "gzip")]
    public async Task Everybody_gets_the_same_list(string header, string value)
    {
        var list = (await PlacesAsync(await AwardAsync("ob3")))[0].List;
        using var plain = await service.Anonymous.GetAsync($"/status/{list}");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/status/{list}");
        request.Headers.TryAddWithoutValidation(header, value);
        using var answer = await service.Anonymous.SendAsync(request);

        Assert.Equal(await plain.Content.ReadAsByteArrayAsync(), await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal((200, plain.Headers.ETag), ((int)answer.StatusCode, answer.Headers.ETag));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("?index=7")]
    [InlineData("?credential=urn:uuid:1")]
    [InlineData("?t=1700000000")]
    public async Task A_question_about_one_bit_is_answered_by_the_whole_list(string query)
    {
        var list = (await PlacesAsync(await AwardAsync("ob3")))[0].List;
        using var plain = await service.Anonymous.GetAsync($"/status/{list}");
        using var answer = await service.Anonymous.GetAsync($"/status/{list}{query}");
        Assert.Equal(await WholeAnswer.OfAsync(plain), await WholeAnswer.OfAsync(answer));
    }

    [Fact]
    public async Task A_document_names_its_list_without_anything_that_tells_who_asks()
    {
        var status = (await DocumentAsync(await AwardAsync("ob3"))).GetProperty("credentialStatus");
        var url = new Uri(status.GetProperty("statusListCredential").GetString()!);
        Assert.Equal(("", "", AttackedService.Address), (url.Query, url.Fragment, url.GetLeftPart(UriPartial.Authority)));
        Assert.True(RandomId.IsOne(url.Segments[^1]));
    }

    [Fact]
    public async Task Nobody_writes_down_who_asked_for_a_list()
    {
        var list = (await PlacesAsync(await AwardAsync("ob3")))[0].List;
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/status/{list}?who=canary-query");
        request.Headers.UserAgent.Add(new ProductInfoHeaderValue("canary-agent", "1"));
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "203.0.113.77");
        request.Headers.Referrer = new Uri("https://canary.example/");
        using var answer = await service.Anonymous.SendAsync(request);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.DoesNotContain(service.Log.Lines, line => line.Text.Contains("canary", StringComparison.Ordinal) || line.Text.Contains("203.0.113.77", StringComparison.Ordinal) || line.Text.Contains(list, StringComparison.Ordinal));
    }

    // χ² has as many as its mean as it is free in, and a variance of twice that; Wilson and Hilferty's cube root makes it a normal one.
    private static void IsChance(IEnumerable<double> counts, double expected, int free)
    {
        var squares = counts.Sum(count => (count - expected) * (count - expected) / expected);
        var deviation = (Math.Cbrt(squares / free) - (1 - (2 / (9.0 * free)))) / Math.Sqrt(2 / (9.0 * free));
        Assert.InRange(deviation, -Far, Far);
    }

    // One list, taken once, is looked at in every way.
    private static readonly Lazy<Task<List<int>>> Once = new(TakeOnceAsync);

    private static Task<List<int>> TakeAsync() => Once.Value;

    private static async Task<List<int>> TakeOnceAsync()
    {
        await using var database = await TestDatabase.CreateMigratedAsync(Database.Sqlite);
        var seed = await Seed.AddAsync(database);
        await using var db = database.Open();
        using var node = new StatusIndexes(TimeProvider.System);
        var taken = new List<int>(Taken);
        for (var i = 0; i < Taken; i++)
        {
            taken.Add((await node.PickAsync(db, seed.IssuerId, CancellationToken.None)).Index);
        }

        return taken;
    }

    private async Task<JsonElement> AwardAsync(params string[] formats)
    {
        var things = await Things.MakeAsync(service.First);
        var body = JsonNode.Parse(Samples.Award(things.AchievementId))!;
        body["formats"] = JsonSerializer.SerializeToNode(formats);
        using var answer = await service.First.PostAsync("/api/v1/awards", Samples.Json(body.ToJsonString()));
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<IReadOnlyList<(string List, int Index)>> PlacesAsync(JsonElement award) =>
        [.. (await service.Database.QueryAsync($"SELECT status_list_id, status_index FROM credentials WHERE award_id = '{award.GetProperty("id").GetString()}'")).Select(row => ((string)row[0], Convert.ToInt32(row[1], null)))];

    private Task<JsonElement> DocumentAsync(JsonElement award) =>
        service.Anonymous.GetFromJsonAsync<JsonElement>($"{new Uri(award.GetProperty("links").GetProperty("credential").GetString()!).AbsolutePath}?format=ob3");

    private async Task<string> EncodedAsync(string list) =>
        (await service.Anonymous.GetFromJsonAsync<JsonElement>($"/status/{list}")).GetProperty("credentialSubject").GetProperty("encodedList").GetString()!;
}
