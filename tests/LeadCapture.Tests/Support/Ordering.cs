using LeadCapture.Admin.Runs;
using LeadCapture.Deliveries;

namespace LeadCapture.Tests.Support;

/// How an operator orders a run.
internal static class Ordering
{
    /// From the list over the plan to the run; gives its page.
    public static async Task<string> Orders(this AdminBrowser browser, params (string Name, string Value)[] choice)
    {
        var plan = await browser.Posts("/admin/runs/new", choice);
        Assert.Equal((200, ""), (plan.Status, string.Concat(plan.Summary.Select(line => line.Message))));
        var answer = await browser.Starts(plan);
        Assert.Equal(303, answer.Status);
        return answer.To!;
    }

    public static Task<string> OrdersAll(this AdminBrowser browser, RunOrder order, DeliveryState state) =>
        browser.Orders(("order", order.ToString()), ("all", "true"), ("state", state.ToString()));

    /// A press of the button of the plan, with these inputs typed over.
    public static Task<Page> Starts(this AdminBrowser browser, Page plan, params (string Name, string Value)[] typed)
    {
        var form = plan.Html.QuerySelector("form[action='/admin/runs']")!;
        var kept = form.QuerySelectorAll("input[type=hidden]")
            .Select(input => (input.GetAttribute("name")!, input.GetAttribute("value")!))
            .Where(input => input.Item1 != "__RequestVerificationToken");
        var order = form.QuerySelector("[name=order]")!.GetAttribute("value")!;
        return browser.Posts("/admin/runs", [.. kept, ("order", order), .. typed]);
    }
}
