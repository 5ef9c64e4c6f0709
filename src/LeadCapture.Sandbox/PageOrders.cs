using System.Net;

namespace LeadCapture.Sandbox;

/// <summary>What can be ordered besides a scene.</summary>
internal static class PageOrders
{
    public static string Html(SandboxState state) => $"""
        <div class="orders">
        <form method="post" action="/_sandbox/scene"><input type="hidden" name="scene" value="Normal">
        <button>End all scenes</button></form>
        <form method="post" action="/_sandbox/reset"><button class="quiet">Reset sandbox</button></form>
        <form method="post" action="/_sandbox/key" autocomplete="off">
        <label>Accepted key <input name="key" placeholder="any"></label><button class="quiet">Set key</button></form>
        <form method="post" action="/_sandbox/duplicates">
        <label>A create with a known email <select name="duplicates">
        {string.Join('\n', Enum.GetValues<Duplicates>().Select(way => Option(way, state.Duplicates)))}
        </select></label><button class="quiet">Set</button></form>
        <form method="post" action="/_sandbox/known" autocomplete="off">
        <label>Known email <input name="email" inputmode="email" required></label>
        <label>Added, days ago <input name="days" type="number" min="0" placeholder="365"></label>
        <button class="quiet">Add contact</button></form>
        <form method="post" action="/_sandbox/custom-fields" autocomplete="off">
        <label>Custom field <select name="title"><option value="">(a new one)</option>
        {string.Join('\n', state.Book.CustomFields.Select(field => $"<option>{WebUtility.HtmlEncode(field.Title)}</option>"))}
        </select></label>
        <label>New name <input name="to" placeholder="none: remove it"></label>
        <button class="quiet">Rename</button></form>
        </div>
        """;

    private static string Option(Duplicates way, Duplicates current) =>
        $"""<option value="{way}"{(way == current ? " selected" : "")}>{Words(way)}</option>""";

    private static string Words(Duplicates way) => way switch
    {
        Duplicates.Update => "updates the contact (201)",
        Duplicates.UpdateWith200 => "updates the contact (200)",
        Duplicates.Refuse => "is rejected (400)",
        _ => "makes another contact (201)",
    };
}
