import assert from "node:assert/strict";
import { test } from "node:test";
import { domainMeant, mistyped } from "../js/modules/email-typo.js";

test("a mistyped domain and an ending that does not exist are told", () => {
  assert.equal(domainMeant("ann@gmial.com"), "gmail.com");
  assert.equal(domainMeant(" Ann@GMAIL.CON "), "gmail.com");
  assert.equal(domainMeant("ann@example.cmo"), "example.com");
  assert.equal(domainMeant("ann@mail.example.ney"), "mail.example.net");
});

test("an address that looks right, or is none yet, is left alone", () => {
  for (const email of [
    "ann@gmail.com",
    "ann@gmail.co",
    "ann@example.co",
    "ann@example.cm",
    "ann@my-con.com",
    "ann",
    "",
    "ann@gmial",
    "a@b@gmial.com",
  ])
    assert.equal(domainMeant(email), null, email);
});

// Providers whose addresses people have, with names close to those of others.
const living =
  `gmail.com googlemail.com hotmail.com hotmail.co.uk hotmail.fr outlook.com outlook.de live.com msn.com yahoo.com yahoo.co.uk yahoo.fr
  ymail.com rocketmail.com icloud.com me.com mac.com mail.com email.com gmx.com gmx.net gmx.de gmx.at web.de t-online.de aol.com aim.com proton.me
  protonmail.com pm.me fastmail.com hey.com zoho.com yandex.ru mail.ru bk.ru inbox.ru ukr.net i.ua qq.com 163.com 126.com naver.com daum.net orange.fr
  wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it alice.it bol.com.br uol.com.br terra.com.br seznam.cz wp.pl o2.pl onet.pl
  rediffmail.com comcast.net verizon.net att.net cox.net sbcglobal.net btinternet.com sky.com virginmedia.com bluewin.ch telenet.be skynet.be ziggo.nl`.split(
    /\s+/,
  );

test("nobody with a living address is told that it is wrong", () => {
  for (const domain of living) assert.equal(domainMeant(`ann@${domain}`), null, domain);
  assert.deepEqual(
    mistyped.filter((domain) => living.includes(domain)),
    [],
  );
});
