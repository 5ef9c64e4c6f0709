namespace LeadCapture.Tests.Support;

/// What somebody does who makes forms.
public static class FormSteps
{
    public static Task<Page> MakesForm(this AdminBrowser admin, string title, string template) =>
        admin.Does("/admin/forms", ("title", title), ("template", template));

    /// One act on what the editor shows now.
    public static async Task<Page> Edits(this AdminBrowser admin, string editor, string at, string act, params (string, string)[] settings)
    {
        var seen = (await admin.Gets(editor)).ValueOf("seen")!;
        var answer = await admin.Posts(editor + "/draft", [("seen", seen), ("at", at), ("do", act), .. settings]);
        Assert.Equal((act, 303), (act, answer.Status));
        return answer;
    }
}
