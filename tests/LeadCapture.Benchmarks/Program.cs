using LeadCapture.Benchmarks.Accounts;
using LeadCapture.Benchmarks.Backlog;
using LeadCapture.Benchmarks.Booth;
using LeadCapture.Benchmarks.Load;
using LeadCapture.Benchmarks.Nodes;
using LeadCapture.Benchmarks.Processes;
using LeadCapture.Benchmarks.Runs;
using LeadCapture.Benchmarks.Scale;
using LeadCapture.Benchmarks.Soak;
using LeadCapture.Benchmarks.Views;

const string Usage = """
    soak  [--store sqlite|postgres|both] [--seconds 60] [--seed N] [--nodes 3] [--app FOLDER] [--clock true] [--faults slow,known,…]
    load  [--store …] [--seconds 10] [--connections 1,16,64] [--upstream 0,50] [--app FOLDER]
    growth [--store …] [--leads 1000000] [--connections 1,64] [--seconds 8] [--app FOLDER]
    views [--seconds 5] [--connections 16] [--app FOLDER]
    nodes [--nodes 1,2,4] [--seconds 8] [--connections 32] [--app FOLDER]
    scale [--store …] [--leads 1000,10000,100000,1000000] [--chart FILE.svg]
    search [--store …] [--leads 1000000]
    sizes [--leads 1000000] [--hold true]
    backlog [--store …] [--trial paused|minutes|hours] [--leads 100000] [--minutes 3] [--hours 2] [--speed 60] [--app FOLDER]
    runs  [--store …] [--leads 100000] [--lines 20000] [--app FOLDER]
    booth [--runs 200] [--seed N] [--app FOLDER]
    booth-fill [--leads 10000] [--app FOLDER]
    accounts [--accounts 10000] [--nodes 8] [--slots 8] [--hours 3] [--seed 1]
    """;
try
{
    return args switch
    {
        ["soak", .. var rest] => await SoakCommand.Run(new(rest)),
        ["load", .. var rest] => await LoadCommand.Run(new(rest)),
        ["growth", .. var rest] => await GrowthCommand.Run(new(rest)),
        ["views", .. var rest] => await ViewsCommand.Run(new(rest)),
        ["scale", .. var rest] => await ScaleCommand.Run(new(rest)),
        ["search", .. var rest] => await SearchCommand.Run(new(rest)),
        ["sizes", .. var rest] => await SizesCommand.Run(new(rest)),
        ["backlog", .. var rest] => await BacklogCommand.Run(new(rest)),
        ["runs", .. var rest] => await RunsCommand.Run(new(rest)),
        ["booth", .. var rest] => await BoothCommand.Run(new(rest)),
        ["booth-fill", .. var rest] => await FillCommand.Run(new(rest)),
        ["accounts", .. var rest] => AccountsCommand.Run(new(rest)),
        ["nodes", .. var rest] => await NodesCommand.Run(new(rest)),
        ["node", .. var rest] => await ClockedNode.Run(rest),
        ["limit", .. var rest] => await LimitServer.Run(new(rest)),
        ["upstream", .. var rest] => await Upstream.Run(new(rest)),
        _ => throw new ArgumentException(Usage),
    };
}
catch (Exception end) when (end is OperationCanceledException or TimeoutException)
{
    await Console.Error.WriteLineAsync("It did not come to its end: interrupted, or held up for too long.");
    return 1;
}
catch (ArgumentException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 2;
}

/// Internal, so that it does not meet the Program of the app.
internal sealed partial class Program;
