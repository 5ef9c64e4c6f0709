using System.Globalization;
using System.Net;
using System.Text;

namespace LeadCapture.Sandbox;

/// <summary>The page of the sandbox. Works without script and takes nothing from elsewhere.</summary>
internal static class Page
{
    private const int Shown = 50;

    public static SandboxResponse Of(SandboxState state)
    {
        var page = $"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Reply.io sandbox</title>
            <link rel="icon" href="data:,">
            <style>{PageStyle.Css}</style>
            </head>
            <body>
            <header>
            <h1>Reply.io sandbox</h1>
            <p>A local stand-in for Reply.io. Nothing here reaches the real Reply.io or leaves this computer.</p>
            <nav aria-label="On this page"><a href="#scenes">Scenes</a> <a href="#rule">Sequences and lists</a>
            <a href="#calls">Received calls</a> <a href="#contacts">Contacts</a></nav>
            </header>
            <main>
            {Now(state)}
            {PageScenes.Html()}
            {PageMemberships.Html(state)}
            {Calls(state.Calls)}
            {Contacts(state.Book.All)}
            </main>
            </body>
            </html>
            """;
        return new SandboxResponse(200, Encoding.UTF8.GetBytes(page), "text/html; charset=utf-8");
    }

    private static string Now(SandboxState state)
    {
        var playing = state.Scenes.Select(SceneText.Of).DefaultIfEmpty("None: everything works");
        return $"""
            <section aria-labelledby="now">
            <h2 id="now">Active scenes</h2>
            <ul class="now">{string.Concat(playing.Select(text => $"<li>{Html(text)}</li>"))}</ul>
            <dl>
            {Number("Received", state.Received)}{Number("Created", state.Created)}{Number("Distinct contacts", state.Distinct)}
            {Number("Duplicates", state.Doubled)}{Number("Rejected", state.Rejected)}
            {Number("Enrolled", state.Enrolled)}{Number("Enrolled twice", state.DoubledEnrollments)}
            </dl>
            {PageOrders.Html(state)}
            </section>
            """;
    }

    private static string Calls(IReadOnlyList<ReceivedCall> calls) => Table(
        "calls", "Received calls", calls.Count, ["Time (UTC)", "Call", "Status", "Contact"],
        calls.Reverse().Take(Shown).Select(call => $"""
            <tr role="row"><td role="cell">{call.At.UtcDateTime.ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)}</td>
            <td role="cell"><b>{Html(call.Method)}</b> {Html(call.Path)}</td>
            <td role="cell" class="{(call.Status is 200 or 201 ? "good" : "bad")}">{Status(call)}</td>
            <td role="cell">{Html(call.Contact ?? "–")}</td></tr>
            """));

    private static string Status(ReceivedCall call) => call switch
    {
        { Status: 0, Scene: Scene.SlowCreate } => "at work",
        { Status: 0 } => "cut",
        _ => call.Status.ToString(CultureInfo.InvariantCulture),
    };

    private static string Contacts(IReadOnlyList<Contact> contacts) => Table(
        "contacts", "Contacts", contacts.Count, ["Id", "Contact", "Name", "Created"],
        contacts.Reverse().Take(Shown).Select(contact => $"""
            <tr role="row"><td role="cell">{contact.Id}</td>
            <td role="cell">{Html(contact["email"] ?? contact["linkedInUrl"] ?? "–")}</td>
            <td role="cell">{Html($"{contact["firstName"]} {contact["lastName"]}".Trim())}</td>
            <td role="cell" class="{(contact.CreatedTimes > 1 ? "bad" : "good")}">{contact.CreatedTimes}×</td></tr>
            """));

    private static string Table(string id, string title, int count, string[] heads, IEnumerable<string> rows) => $"""
        <section aria-labelledby="{id}">
        <h2 id="{id}">{title} <small>{(count > Shown ? $"newest {Shown} of {count}" : count)}</small></h2>
        {(count == 0 ? "<p>None yet.</p>" : Rows(id, heads, rows))}
        </section>
        """;

    public static string Rows(string id, string[] heads, IEnumerable<string> rows) => $"""
        <div class="scroll" tabindex="0" role="region" aria-labelledby="{id}">
        <table role="table"><thead role="rowgroup"><tr role="row">{string.Concat(heads.Select(Head))}</tr></thead>
        <tbody role="rowgroup">{string.Concat(rows)}</tbody></table>
        </div>
        """;

    // The roles keep it a table for screen readers where a narrow window lays it out as a list.
    private static string Head(string text) => $"""<th role="columnheader" scope="col">{text}</th>""";

    private static string Number(string name, long value) => $"<div><dt>{name}</dt><dd>{value}</dd></div>";

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
