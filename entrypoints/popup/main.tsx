import '../../components/style/tokens.css';
import '../../components/style/base.css';
import '../../components/style/controls.css';
import '../../lib/report/report.css';
import '../../components/popup/popup.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Popup } from '../../components/popup/popup.tsx';
import { speak } from '../../components/words.ts';

speak();
const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
const root = document.getElementById('app');
if (root) render(<Popup tab={{ id: tab?.id ?? -1, url: tab?.url ?? '' }} />, root);
