using LeadCapture.Admin.Runs;
using LeadCapture.Benchmarks.Backlog;
using LeadCapture.Benchmarks.Processes;
using LeadCapture.Deliveries;

namespace LeadCapture.Benchmarks.Runs;

/// Something is done to very many leads at once, while visitors go on sending theirs.
public static class RunsCommand
{
    /// What a visitor may have to wait, in milliseconds, whatever an operator does meanwhile.
    private const double LongestWait = 1000;

    public static async Task<int> Run(Arguments arguments)
    {
        using var scratch = new Scratch();
        string[] published = ["dotnet", Path.Combine(await PublishedApp.Folder(arguments, scratch.Folder), "LeadCapture.dll")];
        var holds = true;
        foreach (var store in arguments.Stores())
            holds &= await Measure(store, published, arguments, scratch);
        Console.WriteLine(holds ? "The promise holds." : "The promise does NOT hold.");
        scratch.Keep = !holds;
        return holds ? 0 : 1;
    }

    private static async Task<bool> Measure(StoreKind store, string[] published, Arguments arguments, Scratch scratch)
    {
        var leads = arguments.Whole("leads", 100_000);
        await using var nodes = await BacklogNodes.Fill(store, leads, TimeProvider.System, scratch, DeliveryState.NeedsAttention);
        await nodes.Start(published, 0, 0, scratch);
        using var browser = await AdminClient.SignIn(nodes.Address);
        var visitors = new RunVisitors(nodes.Address);
        Console.WriteLine($"{store}, {nodes.Count} nodes, {leads} leads that need attention");
        List<RunVisits> all = [Said("nothing else", await visitors.During(Task.Delay(TimeSpan.FromSeconds(5))))];
        foreach (var (order, state) in ((RunOrder, DeliveryState)[])
            [(RunOrder.Discard, DeliveryState.NeedsAttention), (RunOrder.Restore, DeliveryState.Discarded)])
            all.Add(Said($"{order} of all", await visitors.During(Order(browser, order, state))));
        all.Add(Said("import of lines", await visitors.During(Import(browser, arguments.Whole("lines", 20_000)))));
        all.Add(Said("Resubmit of all", await visitors.During(Order(browser, RunOrder.Resubmit, DeliveryState.NeedsAttention))));
        var (received, doubled) = (nodes.ReplyIo.State.Received, nodes.ReplyIo.State.Doubled);
        Console.WriteLine($"  {received} contacts received, {doubled} twice");
        return doubled == 0 && received == leads + all.Sum(visits => visits.Count) && all.TrueForAll(visits => visits.Longest < LongestWait);
    }

    /// As an operator does it: from the list over the plan to a run that is over.
    private static async Task Order(AdminClient browser, RunOrder order, DeliveryState state)
    {
        (string, string)[] choice = [("order", $"{order}"), ("all", "true"), ("state", $"{state}"), ("reason", "a trial")];
        await browser.Post("/admin/runs/new", choice);
        var (run, _) = await browser.Post("/admin/runs", choice);
        await End(browser, run);
    }

    private static async Task Import(AdminClient browser, int lines)
    {
        var file = await browser.Get("/admin/leads.csv?state=NeedsAttention");
        var some = string.Join('\n', file.Split('\n').Take(lines + 1)).Replace(",Some,", ",Someone,", StringComparison.Ordinal);
        await browser.Get("/admin/leads/import");
        var (preview, _) = await browser.Upload("/admin/leads/import", some);
        var (run, _) = await browser.Post(preview + "/apply", ("why", "a trial"));
        if (!(await End(browser, run)).Contains($"/leads?state=Done\">{lines:N0}<", StringComparison.Ordinal))
            throw new InvalidOperationException("Not all lines were imported.");
    }

    /// The page of the run when it is over.
    private static async Task<string> End(AdminClient browser, string run)
    {
        while (true)
        {
            var page = await browser.Get(run);
            if (!page.Contains("data-moving=\"true\"", StringComparison.Ordinal))
                return page;
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    private static RunVisits Said(string what, RunVisits visits)
    {
        Console.WriteLine($"  {what}: {visits}");
        return visits;
    }
}
