using Promote.Credentials.Verification;
using Promote.Credentials.Verification.Ports;

namespace Promote.Credentials.Tests.Verification;

public sealed class FetchBudgetTests
{
    private readonly FakeTime time = new();

    [Fact]
    public async Task A_verification_makes_eight_requests_and_no_ninth()
    {
        var shelf = new Shelf();
        using var budget = new FetchBudget(shelf, time);

        for (var number = 1; number <= 8; number++)
        {
            Assert.Null((await budget.FetchAsync(At($"https://issuer.example/{number}"), default)).Failure);
        }

        var ninth = await budget.FetchAsync(At("https://issuer.example/9"), default);
        Assert.Equal(FetchFailure.BudgetSpent, ninth.Failure);
        Assert.Contains("8 other documents", ninth.Detail, StringComparison.Ordinal);
        Assert.Equal((8, 8), (shelf.Asked.Count, budget.Requests));
    }

    [Fact]
    public async Task An_address_that_was_asked_for_is_not_asked_again_and_costs_nothing()
    {
        var shelf = new Shelf();
        using var budget = new FetchBudget(shelf, time);

        for (var round = 0; round < 20; round++)
        {
            Assert.Equal("answer", Text(await budget.FetchAsync(At($"https://issuer.example/list#{round}"), default)));
        }

        Assert.Equal((1, 1), (shelf.Asked.Count, budget.Requests));
        await budget.FetchAsync(new FetchRequest(new Uri("https://issuer.example/list"), FetchKind.DidDocument), default);
        Assert.Equal(2, budget.Requests);
    }

    [Fact]
    public async Task Two_who_ask_at_once_are_one_request()
    {
        var shelf = new Shelf { Gate = new TaskCompletionSource() };
        using var budget = new FetchBudget(shelf, time);

        var both = Task.WhenAll(budget.FetchAsync(At("https://issuer.example/list"), default), budget.FetchAsync(At("https://issuer.example/list"), default));
        shelf.Gate.SetResult();

        Assert.Equal(["answer", "answer"], (await both).Select(Text));
        Assert.Single(shelf.Asked);
    }

    [Fact]
    public async Task A_failure_counts_too_and_is_remembered()
    {
        var shelf = new Shelf { Failure = FetchFailure.NotFound };
        using var budget = new FetchBudget(shelf, time);

        Assert.Equal(FetchFailure.NotFound, (await budget.FetchAsync(At("https://issuer.example/list"), default)).Failure);
        Assert.Equal(FetchFailure.NotFound, (await budget.FetchAsync(At("https://issuer.example/list"), default)).Failure);
        Assert.Equal((1, 1), (shelf.Asked.Count, budget.Requests));
    }

    [Fact]
    public async Task After_five_seconds_what_is_open_ends_and_nothing_more_is_asked()
    {
        var shelf = new Shelf();
        using var budget = new FetchBudget(shelf, time);

        // The time before the first request is not the network's.
        time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await budget.FetchAsync(At("https://issuer.example/1"), default)).Failure);
        time.Advance(TimeSpan.FromSeconds(4.9));
        shelf.Gate = new TaskCompletionSource();
        var open = budget.FetchAsync(At("https://issuer.example/2"), default);
        Assert.False(open.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(0.2));

        Assert.Equal(FetchFailure.BudgetSpent, (await open).Failure);
        var late = await budget.FetchAsync(At("https://issuer.example/3"), default);
        Assert.Equal(FetchFailure.BudgetSpent, late.Failure);
        Assert.Contains("5 seconds", late.Detail, StringComparison.Ordinal);
        Assert.Equal(2, shelf.Asked.Count);

        // What is known stays known.
        Assert.Null((await budget.FetchAsync(At("https://issuer.example/1"), default)).Failure);
    }

    [Fact]
    public async Task A_caller_that_gives_up_gets_its_own_exception_and_the_other_one_its_answer()
    {
        var shelf = new Shelf { Gate = new TaskCompletionSource() };
        using var budget = new FetchBudget(shelf, time);
        using var gone = new CancellationTokenSource();

        var first = budget.FetchAsync(At("https://issuer.example/list"), gone.Token);
        var second = budget.FetchAsync(At("https://issuer.example/list"), default);
        await gone.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(gone.Token, cancelled.CancellationToken);
        shelf.Gate.SetResult();
        Assert.Equal("answer", Text(await second));
    }

    [Theory]
    [InlineData("https://a‥b.example/list")]
    [InlineData("/list")]
    [InlineData("")]
    public async Task What_is_hardly_an_address_is_left_to_the_fetcher(string url)
    {
        var shelf = new Shelf { Failure = FetchFailure.RefusedUrl };
        using var budget = new FetchBudget(shelf, time);

        Assert.Equal(FetchFailure.RefusedUrl, (await budget.FetchAsync(new FetchRequest(new Uri(url, UriKind.RelativeOrAbsolute), FetchKind.StatusList), default)).Failure);
    }

    [Fact]
    public async Task The_end_of_a_verification_ends_what_is_open()
    {
        var shelf = new Shelf { Gate = new TaskCompletionSource() };
        var budget = new FetchBudget(shelf, time);

        var open = budget.FetchAsync(At("https://issuer.example/list"), default);
        budget.Dispose();

        Assert.Equal(FetchFailure.BudgetSpent, (await open).Failure);
    }

    private static FetchRequest At(string url) => new(new Uri(url), FetchKind.StatusList);

    private static string Text(FetchResult result) => System.Text.Encoding.UTF8.GetString(result.Body.Span);

    /// <summary>Answers everything, when its gate opens.</summary>
    private sealed class Shelf : IFetcher
    {
        public List<Uri> Asked { get; } = [];

        public FetchFailure? Failure { get; init; }

        public TaskCompletionSource? Gate { get; set; }

        public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken)
        {
            Asked.Add(request.Url);
            if (Gate is not null)
            {
                await Gate.Task.WaitAsync(cancellationToken);
            }

            return new FetchResult { Url = request.Url, Failure = Failure, Body = "answer"u8.ToArray() };
        }
    }
}
