namespace LeadCapture.Sandbox;

internal static class PageStyle
{
    public const string Css = """
        :root { color-scheme: light dark; --ground: #f4f5f8; --card: #fff; --text: #1b2130; --soft: #565f73; --line: #d5d9e2;
          --field: #7d8699; --brand: #2f4bc4; --on-brand: #fff; --good: #12673a; --bad: #a61b29; --note: #fff3d6 }
        @media (prefers-color-scheme: dark) { :root { --ground: #12151d; --card: #1b202b; --text: #e8ebf2; --soft: #a9b2c5;
          --line: #333b4b; --field: #717c93; --brand: #9db0ff; --on-brand: #10162c; --good: #76d9a3; --bad: #ff9aa3;
          --note: #3a3016 } }
        * { box-sizing: border-box }
        body { margin: 0 auto; max-width: 76rem; padding: 1.25rem 1rem 3rem; background: var(--ground); color: var(--text);
          font: 1rem/1.5 system-ui, sans-serif }
        header p { margin: 0; padding: .6rem .9rem; background: var(--note); border-radius: .5rem }
        nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin-top: .5rem }
        nav a { padding: .4rem 0; color: var(--brand) }
        h1 { margin: 0 0 .6rem; font-size: 1.7rem; line-height: 1.2 }
        h2 { margin: 0 0 .5rem; font-size: 1.15rem }
        h3 { margin: 0; font-size: 1rem }
        section > h3, .scroll + .orders { margin-top: 1rem }
        small, dt, .scenes p { color: var(--soft); font-size: .875rem; font-weight: 400 }
        section { margin-top: 1rem; padding: 1rem; background: var(--card); border: 1px solid var(--line); border-radius: .6rem }
        section > p, section > ul { margin: .25rem 0 .75rem }
        section > :last-child { margin-bottom: 0 }
        .now { padding: 0; list-style: none; font-weight: 600; overflow-wrap: anywhere }
        dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(6rem, 1fr)); gap: .5rem; margin: 0 0 .9rem }
        dd { margin: 0; font-size: 1.4rem; font-weight: 600; font-variant-numeric: tabular-nums }
        .orders, .orders form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end }
        .orders form { gap: .4rem }
        .scenes { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17rem, 100%), 1fr)); gap: .75rem }
        .scenes form { display: flex; flex-direction: column; padding: .75rem; border: 1px solid var(--line);
          border-radius: .5rem }
        .scenes p { margin: .15rem 0 .6rem; flex: 1 }
        .fields { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; align-items: end }
        .whom:nth-child(odd), .fields button { grid-column: 1 / -1 }
        label { display: block; font-size: .875rem }
        input, select { display: block; width: 100%; min-height: 2.5rem; padding: .3rem .5rem; font: inherit; font-size: 1rem;
          color: var(--text); background: var(--card); border: 1px solid var(--field); border-radius: .35rem }
        ::placeholder { color: var(--soft); opacity: 1 }
        button { min-height: 2.5rem; padding: .3rem 1rem; font: inherit; font-weight: 600; cursor: pointer;
          color: var(--on-brand);
          background: var(--brand); border: 1px solid var(--brand); border-radius: .35rem }
        button.quiet { color: var(--brand); background: transparent }
        :focus-visible { outline: 3px solid var(--brand); outline-offset: 2px }
        .scroll { overflow-x: auto }
        table { width: 100%; border-collapse: collapse; font-size: .9rem }
        th, td { padding: .4rem .6rem; text-align: left; vertical-align: top; border-top: 1px solid var(--line) }
        th { color: var(--soft); font-weight: 600; border: 0; white-space: nowrap }
        td { overflow-wrap: anywhere; font-variant-numeric: tabular-nums }
        td:first-child { white-space: nowrap }
        td:nth-child(2) { min-width: 12rem }
        @media (max-width: 40rem) {
          thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden }
          table, tbody { display: block }
          tr { display: grid; grid-template-columns: 1fr auto; padding: .4rem 0; border-top: 1px solid var(--line) }
          td { grid-column: 1 / -1; padding: .1rem 0; border: 0 }
          td:first-child { grid-column: 1 }
          td.good, td.bad { grid-column: 2; grid-row: 1 }
        }
        .good { color: var(--good) }
        .bad { color: var(--bad); font-weight: 700 }
        .unseen { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap }
        """;
}
